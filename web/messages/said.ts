/** The shape of one language's messages, for the others to satisfy: the same keys, other words. */
type Widened<T> = T extends string ? string : T extends (...given: never[]) => unknown ? T : Said<T>

export type Said<T> = { readonly [K in keyof T]: Widened<T[K]> }
