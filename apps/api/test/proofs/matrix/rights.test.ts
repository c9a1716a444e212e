import { api } from '@sepakat/contract'
import { describe, expect, it } from 'vitest'
import { askers, readRights, reportStatuses } from './readRights.ts'
import { requests } from './requests.ts'

const lines = readRights()

describe(`the table of rights: ${lines.length * askers.length} cells`, () => {
  it('has a line for each route of the contract, and none for another', () => {
    expect(new Set(lines.map(({ route }) => route))).toEqual(new Set(Object.keys(api)))
  })

  it('has each line once, for every status or for none', () => {
    const asks = Map.groupBy(lines, ({ ask }) => ask)
    for (const [ask, of] of asks) {
      const statuses = of.map(({ status }) => status)
      expect(statuses.toSorted(), ask).toEqual(statuses[0] === null ? [null] : reportStatuses.toSorted())
    }
  })

  it('has a request for each line, and none beside', () => {
    expect(new Set(lines.map(({ ask }) => ask))).toEqual(new Set(Object.keys(requests)))
  })
})
