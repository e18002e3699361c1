/** Text files older than Unicode that are not Windows-1252: Spanish as the Macintosh and DOS wrote it. */

/** 0x80 to 0xff of code page 850; page 437 has the letters of Spanish in the same places, but for capitals. */
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0'

/** The bytes of á é í ó ú ñ in each, and those of them that stand for no letter inside a word in Windows-1252. */
const spanish = {
  'windows-1252': [0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xf1],
  macintosh: [0x87, 0x8e, 0x92, 0x97, 0x9c, 0x96],
  ibm850: [0xa0, 0x82, 0xa1, 0xa2, 0xa3, 0xa4],
} as const
/** Apostrophes and dashes of Windows-1252 stand inside words too; what these stand for does not. */
const telling = { macintosh: [0x87, 0x8e, 0x9c], ibm850: [0x82, 0xa1, 0xa2, 0xa3] } as const
const fewest = 3

export type OldEncoding = 'windows-1252' | 'macintosh' | 'ibm850'

/** The encoding in which most bytes beyond ASCII are letters of Spanish words; Windows-1252 where they do not say. */
export function guessOld(bytes: Uint8Array): OldEncoding {
  const inWords = new Uint32Array(256)
  for (let at = 1; at < bytes.length; at++)
    if (bytes[at]! >= 0x80 && isLetter(bytes[at - 1]!)) inWords[bytes[at]!]! += 1
  const count = (some: readonly number[]) => some.reduce((sum, byte) => sum + inWords[byte]!, 0)
  const usual = count(spanish['windows-1252'])
  const others = (['macintosh', 'ibm850'] as const).filter(
    (name) => count(telling[name]) >= fewest && count(spanish[name]) > usual * 10,
  )
  return others.toSorted((a, b) => count(spanish[b]) - count(spanish[a]))[0] ?? 'windows-1252'
}

const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

/** Text in code page 850, which no platform decodes. */
export function decodeDos(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return latin.replace(/[\x80-\xff]/g, (high) => DOS[high.charCodeAt(0) - 0x80]!)
}
