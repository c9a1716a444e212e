// The pages of this section: they are loaded together.
export { CataloguePage } from './CataloguePage.tsx'
export { CataloguesPage } from './CataloguesPage.tsx'
export { CorrectionPage } from './CorrectionPage.tsx'
export { HoldOnPage } from './HoldOnPage.tsx'
export { RetirePage } from './RetirePage.tsx'
export { RowPage } from './RowPage.tsx'
export { UncomparedPage } from './UncomparedPage.tsx'
export { VerifyPage } from './VerifyPage.tsx'
