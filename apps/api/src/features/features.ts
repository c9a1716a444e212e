import { checkWhole, collect, type Handlers } from '../http/route.ts'
import { settingsHandlers } from './settings/index.ts'

/** Every feature answers its routes of the contract. @throws where a route has no handler, or two */
export const features = (): Handlers => {
  const all = collect(settingsHandlers)
  checkWhole(all)
  return all
}
