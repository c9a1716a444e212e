/** What rings. */
export type Ring = { about: 'answers'; version: number } | { about: 'report' }

/** Where somebody who fills in a report is: the anchor in hand; '' for nowhere in particular. */
export interface Place {
  person: string
  name: string
  at: string
}

/** What processes tell each other. A sign without `at` says only that somebody is there. */
export type Word =
  | Ring
  | ({ about: 'sign' } & Omit<Place, 'at'> & Partial<Pick<Place, 'at'>>)
  | { about: 'left'; person: string }

/** What a listener hears. */
export type News = Ring | { about: 'people'; people: Place[] }
