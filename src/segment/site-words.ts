/** What web pages say around a report, in English and Spanish: buttons, notices, links in a row. */
import { wordCount } from './dress.ts'

const longest = 70
const button =
  /^(?:skip to (?:main )?content|ir al contenido|share(?: this| on .+)?|compartir(?: en .+)?|print(?: this page)?|imprimir|download(?: .{1,40})?|descargar?(?: .{1,40})?|read more|leer m[aá]s|ver m[aá]s|see more|comments?|comentarios|reply|responder|related(?: posts| articles| content)?|accept(?: all)?(?: cookies)?|aceptar(?: todas?)?(?: las cookies)?|decline|rechazar|back to top|volver arriba|privacy policy|pol[ií]tica de privacidad|terms of (?:use|service)|t[eé]rminos (?:de uso|y condiciones)|aviso legal|site ?map|mapa del sitio|facebook|twitter|instagram|youtube|linkedin|whatsapp|rss|tweet|e-?mail|send|enviar|search:?|buscar:?|men[uú]|close|cerrar|follow us.*|s[ií]guenos.*|subscribe.*|suscr[ií]b[ae](?:se|te).*|sign in|log in|english|español|portugu[eê]s|français|iniciar sesi[oó]n|©.+|copyright .+|all rights reserved\.?|todos los derechos reservados\.?)$/iu
const tail =
  /^(?:(?:\d+ )?(?:comments?|comentarios)|leave a (?:reply|comment)|dejar? un comentario|related(?: posts| articles| content)?|(?:art[ií]culos|noticias|entradas) relacionad[ao]s)$/iu

/** Whether a short line is one that sites print on every page. */
export function isButton(text: string): boolean {
  return text.length <= longest && button.test(text)
}

/** Whether a line opens what a site puts under its article: comments, links to others. */
export function opensTail(text: string): boolean {
  return text.length <= longest && tail.test(text)
}

const between = /\s[|›»>·]\s/u
const mostWordsOfLink = 5

/** Links in a row: `Home | Reports | Contact`, `Inicio > Informes > Perú`. A table's row has figures. */
export function isLinkRow(text: string): boolean {
  if (!between.test(text)) return false
  if (text.startsWith('|') || /\d/.test(text)) return false
  const links = text.split(between)
  return (
    links.length >= 3 &&
    links.every((link) => link.length > 0 && wordCount(link) <= mostWordsOfLink)
  )
}

const seam = /\p{Ll}\p{Lu}/gu
const fewestSeams = 5

/** A menu whose entries a converter put side by side without a space: `AfghanistanAlbaniaAlgeria`. */
export function isGluedMenu(text: string): boolean {
  const seams = text.match(seam)?.length ?? 0
  return seams >= fewestSeams && wordCount(text) <= seams * 3 && !/[.;]\s/.test(text)
}
