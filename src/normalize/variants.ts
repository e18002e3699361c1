/** Spellings of one word that are both accepted: a repair never trades one for the other. */

/** With and without accent, both in the dictionaries of the Real Academia (Ortografía 2010; Diccionario panhispánico de dudas). */
const pairs = `solo/sólo este/éste esta/ésta estos/éstos estas/éstas ese/ése esa/ésa esos/ésos esas/ésas aquel/aquél
aquella/aquélla aquellos/aquéllos aquellas/aquéllas guion/guión truhan/truhán fie/fié lie/lié hui/huí crie/crié guie/guié
rio/rió dio/dió vio/vió fue/fué fui/fuí ion/ión periodo/período periodos/períodos video/vídeo videos/vídeos
futbol/fútbol olimpiada/olimpíada olimpiadas/olimpíadas policiaco/policíaco policiaca/policíaca policiacos/policíacos
policiacas/policíacas cardiaco/cardíaco cardiaca/cardíaca cardiacos/cardíacos cardiacas/cardíacas maniaco/maníaco
austriaco/austríaco austriaca/austríaca zodiaco/zodíaco icono/ícono iconos/íconos chofer/chófer coctel/cóctel
alveolo/alvéolo omoplato/omóplato reuma/reúma metamorfosis/metamórfosis misil/mísil elite/élite elites/élites
dinamo/dínamo amoniaco/amoníaco paradisiaco/paradisíaco hemiplejia/hemiplejía quiromancia/quiromancía
cartomancia/cartomancía exegesis/exégesis pentagrama/pentágrama pudin/pudín beisbol/béisbol rail/raíl bereber/beréber
gladiolo/gladíolo atmosfera/atmósfera celtibero/celtíbero ibero/íbero iberos/íberos medula/médula ambrosia/ambrosía
conclave/cónclave endosmosis/endósmosis fonil/fónil frijol/fríjol frijoles/fríjoles polígloto/poligloto
rubeola/rubéola utopia/utopía varice/várice varices/várices chasis/chasís cenit/cénit aerostato/aeróstato
aeróbic/aerobic aun/aún`

const accepted = new Set<string>()
for (const pair of pairs.split(/\s+/)) {
  const [plain = '', other = ''] = pair.split('/')
  accepted.add(`${plain}/${other}`).add(`${other}/${plain}`)
}

/** Whether two spellings (lower case) are variants of one word that both stand in dictionaries. */
export function isAcceptedVariant(one: string, other: string): boolean {
  return accepted.has(`${one}/${other}`)
}
