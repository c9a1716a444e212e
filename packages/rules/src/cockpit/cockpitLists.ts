/** What a coordinator follows: past due and not submitted, stuck, and submitted but waiting for the region. */
export const cockpitLists = ['late', 'stuck', 'waiting'] as const
export type CockpitList = (typeof cockpitLists)[number]

/** So many lines of a list are counted; beyond it is said that there are more. */
export const mostCounted = 300
