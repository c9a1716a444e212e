/** Parts of a text that never changes while it is shown, each with its place as key. */
export const keyedBy = <T>(parts: readonly T[]): [key: string, part: T][] => parts.map((part, at) => [String(at), part])
