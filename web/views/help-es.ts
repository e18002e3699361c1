/** The help in Spanish. */
import type { Help } from './help.tsx'

export const helpEs: Help = {
  title: 'Cómo buscar',
  lead: 'Escriba las palabras como vengan. El resto de esta página es para cuando eso no baste.',
  grammarTitle: 'Qué puede escribir',
  grammarHead: ['Usted escribe', 'Encuentra'],
  grammar: [
    ['policía refugios', 'pasajes con ambas palabras, en cualquier forma, los mejores primero'],
    [
      '"niños víctimas"',
      'exactamente estas palabras, una junto a otra; también “curvas” o «angulares»',
    ],
    ['refugio OR shelter', 'cualquiera de las dos'],
    ['refugio AND policía', 'ambas; solo hace falta junto a OR'],
    ['refugio NOT policía', 'la primera sin la segunda; -policía significa lo mismo'],
    ['+refugio policía niñas', 'refugio debe estar, pase lo que pase con las demás'],
    ['(jueces OR fiscales) AND capacitación', 'los paréntesis agrupan'],
    ['investiga*', 'palabras que empiezan así; *ción terminan así'],
    ['ni?as', '? es una letra cualquiera'],
    ['gobieno~', 'palabras que se escriben casi así; ~1 difieren en una letra, ~2 en dos'],
    [
      'socio-económicas OR "trata infantil"',
      'las palabras unidas por un guion van una junto a otra',
    ],
    ['"víctimas refugio"~10', 'las palabras en cualquier orden con diez como máximo entre ellas'],
    ['víctimas /s identificó', 'ambas en una misma frase; /p en un mismo pasaje'],
    ['víctimas /5 trata', 'a cinco palabras una de otra; también frases'],
    ['refugios año:2019', 'solo de ese año'],
    ['refugios año:2019..2022', 'de un año a otro; también 2019.. y año:>2019'],
    ['refugios año:[2015 TO 2020]', 'lo mismo, como lo escriben las bibliotecas'],
    ['capacitación sección:protection', 'solo en esa sección'],
    ['victims idioma:en', 'solo en ese idioma: en o es'],
    ['presupuesto documento:tip-2019-peru-es', 'solo en ese documento'],
    ['minería país:Perú', 'solo de ese país; "…" si el nombre lleva espacios'],
    [
      'capacitación -sección:protection',
      'un campo se excluye, se agrupa y se une como una palabra',
    ],
  ],
  grammarNotes: [
    'AND, OR y NOT cuentan solo en mayúsculas, también en español. Por lo demás no importan mayúsculas ni tildes; si escribe una tilde, la grafía con tilde va primero. NOT une antes que nada, después /s y semejantes, después las palabras contiguas, después AND, después OR.',
    'Los campos son año, sección, idioma, documento y país, o year, section, lang, doc y country; el valor sigue a los dos puntos sin espacio.',
    'Un número se encuentra se escriba como se escriba: 1,054 es 1.054 y 1 054.',
    'Lo que no se entiende se busca como palabras corrientes, y la página lo dice. Ninguna consulta es un error.',
    'Si ningún pasaje tiene todas las palabras, se muestran los que tienen más, y la página lo dice. Una pregunta (con signos de interrogación, o que empieza por quién, cómo, cuál …) encuentra pasajes con cualquiera de sus palabras, los mejores primero.',
  ],
  sections: [
    {
      title: 'Dos idiomas',
      text: [
        'Cada palabra se busca también en el otro idioma: la línea sobre los resultados dice qué palabras, y cada una se puede quitar. Primero va lo que mejor responde, en cualquiera de los idiomas. «Solo el idioma escrito», en Opciones, lo desactiva.',
      ],
    },
    {
      title: 'Qué se buscó',
      text: [
        'La línea sobre los resultados nombra cada palabra y qué se buscó con ella: sus otras formas, grafías sin tilde, palabras del otro idioma. Un clic en una parte busca sin ella; lo que va entre comillas se busca como está escrito.',
        'Mientras escribe, la lista bajo la casilla muestra palabras, frases, nombres y secciones de los informes, cada una con el número de pasajes que encuentra. Si no se encuentra nada, la página dice qué quitar y qué se encuentra entonces.',
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
