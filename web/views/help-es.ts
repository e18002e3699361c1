/** The help in Spanish. */
import type { Help } from './help.tsx'

export const helpEs: Help = {
  title: 'Cómo buscar',
  lead: 'Escriba las palabras como vengan. El resto de esta página es para cuando eso no baste.',
  grammarTitle: 'Qué puede escribir',
  grammarHead: ['Usted escribe', 'Encuentra'],
  grammar: [
    ['policía refugios', 'pasajes con ambas palabras, en cualquier forma, los mejores primero'],
    ['"niños víctimas"', 'exactamente estas palabras, una junto a otra'],
    ['refugio OR shelter', 'cualquiera de las dos'],
    ['refugio NOT policía', 'la primera sin la segunda; -policía significa lo mismo'],
    ['(jueces OR fiscales) AND capacitación', 'los paréntesis agrupan'],
    ['investiga*', 'palabras que empiezan así'],
    ['gobieno~', 'palabras que se escriben casi así'],
    ['"víctimas refugio"~10', 'las palabras con diez como máximo entre ellas'],
    ['víctimas /s identificó', 'ambas palabras en una misma frase'],
    ['refugios year:2019', 'solo en informes de ese año; también year:2019..2022'],
    ['capacitación section:protection', 'solo en esa sección'],
    ['victims lang:en', 'solo en ese idioma: en o es'],
    ['presupuesto doc:tip-2019-peru-es', 'solo en ese documento'],
  ],
  grammarNotes: [
    'AND, OR y NOT cuentan solo en mayúsculas, también en español. Por lo demás no importan mayúsculas ni tildes; si escribe una tilde, la grafía con tilde va primero. Las comillas curvas o angulares valen igual que las rectas.',
    'Lo que no se entiende se busca como palabras corrientes, y la página lo dice. Ninguna consulta es un error.',
    'Si ningún pasaje tiene todas las palabras, se muestran los que tienen más, y la página lo dice. De cuatro palabras o más basta la mitad si a lo sumo un pasaje las tiene todas; a una pregunta responden los pasajes con alguna de sus palabras, los mejores primero.',
  ],
  sections: [
    {
      title: 'Dos idiomas',
      text: [
        'Cada palabra se busca también en el otro idioma: la línea sobre los resultados dice qué palabras, y cada una se puede quitar. Primero van los pasajes en el idioma escrito. «Solo el idioma escrito», en Opciones, lo desactiva.',
      ],
    },
    {
      title: 'Filtros y cifras',
      text: [
        'El número junto a un filtro es el de los pasajes que dará un clic. El signo − excluye un valor. En el gráfico de años, pulse una barra o arrastre sobre varias.',
        'Las cifras son exactas, y la página, las descargas, la línea de órdenes y la interfaz para programas dan las mismas. Junto a una cifra que cite, indique la consulta y la versión del corpus que está al pie.',
      ],
    },
    {
      title: 'Texto reparado',
      text: [
        'Algunos archivos los leyó una máquina que confundió letras. Pasaje repara lo que es seguro, lo subraya con puntos y enumera cada reparación con su razón. «Como se imprimió» muestra las palabras del archivo. La búsqueda encuentra ambas grafías.',
      ],
    },
    {
      title: 'Citar',
      text: [
        'Cada pasaje tiene un enlace permanente. Si sus palabras cambian alguna vez, el enlace lo dice y muestra el cambio; nunca lleva a otras palabras sin avisar. «Citar» copia la cita textual con su referencia; la página del pasaje la da en tres estilos y en archivos para gestores de referencias.',
        'Marque «Reunir» para juntar pasajes, ordenarlos, anotarlos y descargarlos como escrito.',
      ],
    },
    {
      title: 'Otros años',
      text: [
        'La página de un pasaje muestra qué decía en otros años del mismo país y, palabra por palabra, qué cambió. Desde la página de un informe se comparan informes enteros.',
      ],
    },
  ],
  keysTitle: 'Teclas',
  keysHead: ['Tecla', 'Hace'],
  keys: [
    ['/', 'a la casilla de búsqueda'],
    ['j', 'pasaje siguiente de la lista'],
    ['k', 'pasaje anterior de la lista'],
    ['Enter', 'lo abre'],
    ['o', 'muestra el pasaje completo en la lista'],
    ['c', 'copia cita textual y referencia'],
    ['l', 'copia el enlace'],
    ['x', 'reúne el pasaje, o lo quita'],
    ['n, p', 'coincidencia siguiente y anterior en un pasaje o documento'],
    ['Esc', 'vacía la casilla de búsqueda, cierra los menús'],
    ['?', 'esta página'],
  ],
  keysSwitch: 'Las teclas de una sola letra están activas',
}
