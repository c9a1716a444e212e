/** The value at a path of keys in a part of a rule set, or any other object: `caps.quality`. */
export const choiceAt = (holder: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], holder)
