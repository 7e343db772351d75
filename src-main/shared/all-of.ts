/** What every member of a union has, taken together: `{ a } | { b }` becomes `{ a } & { b }`. */
export type AllOf<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void ? All : never
