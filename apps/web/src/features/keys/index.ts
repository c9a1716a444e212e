// The pages of this section: they are loaded together.
export { KeysPage } from './KeysPage.tsx'
export { NewKeyPage } from './NewKeyPage.tsx'
