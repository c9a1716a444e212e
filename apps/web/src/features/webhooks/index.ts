// The pages of this section: they are loaded together.
export { WebhookPage } from './WebhookPage.tsx'
export { WebhooksPage } from './WebhooksPage.tsx'
