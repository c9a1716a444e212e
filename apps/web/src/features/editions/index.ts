// The pages of editions, loaded together; the editor of a section is loaded when it is first shown.
export { EditionComparePage } from './EditionComparePage.tsx'
export { EditionPage } from './EditionPage.tsx'
export { EditionPastePage } from './EditionPastePage.tsx'
export { EditionSectionPage } from './EditionSectionPage.tsx'
export { EditionsPage } from './EditionsPage.tsx'
