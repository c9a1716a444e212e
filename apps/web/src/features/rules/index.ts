// The pages of this section: they are loaded together.
export { ProposePage } from './ProposePage.tsx'
export { RuleSetPage } from './RuleSetPage.tsx'
export { RuleSetsPage } from './RuleSetsPage.tsx'
