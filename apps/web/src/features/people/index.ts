// The pages of this section: they are loaded together.
export { GrantPostPage } from './GrantPostPage.tsx'
export { ImportPeoplePage } from './ImportPeoplePage.tsx'
export { NewPersonPage } from './NewPersonPage.tsx'
export { PeoplePage } from './PeoplePage.tsx'
export { PersonPage } from './PersonPage.tsx'
