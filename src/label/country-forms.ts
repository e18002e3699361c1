/**
 * What reports call countries and the platform's lists do not: long forms, former names, inverted names of indexes, the
 * State Department's and the United Nations' own. By ISO code; upper and lower case, accents and punctuation are folded.
 */
export const otherNames: Readonly<Record<string, string>> = {
  AE: 'UAE | EAU',
  AG: 'Antigua and Barbuda',
  BA: 'Bosnia and Herzegovina | Bosnia Herzegovina',
  BH: 'Bahréin | Bahrein',
  BO: 'Plurinational State of Bolivia | Estado Plurinacional de Bolivia',
  BS: 'The Bahamas | Bahamas The | Las Bahamas',
  CD: 'Congo Democratic Republic of the | Democratic Republic of the Congo | República Democrática del Congo | DR Congo | DRC | Zaire',
  CG: 'Congo Republic of the | Republic of the Congo | República del Congo',
  CI: "Cote d'Ivoire | Ivory Coast | Costa de Marfil",
  CN: "People's Republic of China | República Popular China | República Popular de China",
  CV: 'Cabo Verde',
  CZ: 'Czech Republic | República Checa',
  FM: 'Micronesia Federated States of | Federated States of Micronesia | Estados Federados de Micronesia',
  GB: 'United Kingdom of Great Britain and Northern Ireland | Great Britain | Gran Bretaña | Reino Unido de Gran Bretaña e Irlanda del Norte',
  GM: 'The Gambia | Gambia The',
  HK: 'Hong Kong',
  KG: 'Kyrgyz Republic | República Kirguisa',
  KH: 'Kampuchea | Kampuchea Democrática',
  KN: 'Saint Kitts and Nevis',
  KP: "Democratic People's Republic of Korea | Korea Democratic People's Republic of | República Popular Democrática de Corea | Korea North | DPRK | RPDC",
  KR: 'Republic of Korea | Korea Republic of | Korea South | República de Corea',
  KZ: 'Kazajstán',
  LA: "Lao People's Democratic Republic | República Democrática Popular Lao",
  LC: 'Saint Lucia',
  LY: 'Libyan Arab Jamahiriya | Jamahiriya Árabe Libia',
  MK: 'Macedonia | Yugoslav Republic of Macedonia | República Yugoslava de Macedonia',
  MM: 'Myanmar | Burma | Birmania',
  MO: 'Macau',
  MX: 'Estados Unidos Mexicanos | United Mexican States | Méjico',
  NL: 'Holland | Holanda',
  NZ: 'Nueva Zelandia',
  PS: 'Palestine | State of Palestine | Estado de Palestina | West Bank and Gaza',
  RU: 'Russian Federation | Federación de Rusia | Federación Rusa',
  SA: 'Arabia Saudita',
  ST: 'Sao Tome and Principe',
  SY: 'Syrian Arab Republic | República Árabe Siria',
  SZ: 'Swaziland | Suazilandia | Swazilandia',
  TL: 'East Timor | Timor Oriental',
  TR: 'Turkey | Turquía | Türkiye',
  TT: 'Trinidad and Tobago | Trinidad y Tabago',
  TW: 'China Taiwan | Taiwan Province of China',
  US: 'United States of America | Estados Unidos de América | USA | U.S.A. | EE. UU. | EEUU',
  VA: 'Holy See | Santa Sede',
  VC: 'Saint Vincent and the Grenadines',
  VE: 'Bolivarian Republic of Venezuela | República Bolivariana de Venezuela',
  VN: 'Viet Nam',
}

/** The names we give, where the platform's is not one that reports print. */
export const givenNames: Readonly<Record<string, string>> = {
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macau',
  VA: 'Holy See',
}

/** Places that have a country's name in theirs and are elsewhere. */
export const otherPlaces =
  'Northern Ireland | Irlanda del Norte | New Mexico | Nuevo México | Gulf of Mexico | Golfo de México | Gulf of Guinea | Golfo de Guinea'

/**
 * Codes the platform names that are no countries, and territories whose names are better known as other things: San
 * Martín, Santa Elena, San Bartolomé and Diego García in half of Latin America, Guadalupe, a reunión, a jersey.
 */
export const notCountries: ReadonlySet<string> = new Set(
  'EU EZ UN QO XA XB ZZ AC AQ BV CP HM IO TF UM MF BL SH DG GP RE JE GG IM PM SX PN NF CC CX SJ WF YT EA IC TA'.split(
    ' ',
  ),
)

/** Countries that people and towns are called too: beside another name they are a part of it (`Mauricio Gatti`). */
export const namesOfPeople: ReadonlySet<string> = new Set([
  'mauricio',
  'montenegro',
  'israel',
  'jordan',
  'chad',
  'georgia',
  'santa lucia',
  'san marino',
  'granada',
  'dominica',
])
