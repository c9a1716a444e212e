// The pages of this section: they are loaded together.
export { ChangeOfficePage } from './ChangeOfficePage.tsx'
export { NewOfficePage } from './NewOfficePage.tsx'
export { OfficePage } from './OfficePage.tsx'
export { OfficesPage } from './OfficesPage.tsx'
export { ReorganisePage } from './ReorganisePage.tsx'
