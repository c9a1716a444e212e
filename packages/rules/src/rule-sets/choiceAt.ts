/** What a part of a rule set, or any other object, holds at a path of keys: `caps.quality`. */
export const choiceAt = (holder: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], holder)
