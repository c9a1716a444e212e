/** What rings. */
type Ring = { about: 'answers'; version: number } | { about: 'report' }

/** Where somebody who fills in a report is: the anchor in hand; '' for nowhere in particular. */
export interface Place {
  person: string
  name: string
  at: string
}

/**
 * What processes tell each other. A sign without `at` says only that somebody is there. `access`, said of no submission: a session,
 * a post, a key or the person's right to be here ended, so that what he or she (null: anybody) listens to is asked for again.
 */
export type Word =
  | Ring
  | ({ about: 'sign' } & Omit<Place, 'at'> & Partial<Pick<Place, 'at'>>)
  | { about: 'left'; person: string }
  | { about: 'access'; person: string | null }

/** What a listener hears. */
export type News = Ring | { about: 'people'; people: Place[] }
