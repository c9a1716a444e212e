import {
  actings,
  changeOps,
  contributionStatuses,
  editionFileStatuses,
  editionFormats,
  editionStatuses,
  editionTypes,
  isOpen,
  noteStatuses,
  noticeKinds,
  noticeMails,
  origins,
  periodPattern,
  questionStatuses,
  reopenStatuses,
  reorganisationStatuses,
  reportStatuses,
  roles,
  ruleSetStatuses,
  secondingStatuses,
  shippedStatuses,
  signingWays,
  statuses,
  vias,
} from '@sepakat/rules'
import { messageStatuses } from '@sepakat/rules/webhooks/messageTypes.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { backupKinds } from './backup/backupRuns.ts'
import { withClient } from './engine/client.ts'
import { feedLists } from './feed/readFeed.ts'
import { emblemMedia } from './papers/emblem.ts'
import { recomputationOutcomes } from './rule-sets/recomputations.ts'
import { namedKinds } from './search/searchNames.ts'
import { lineTables } from './submissions/lineQuery.ts'
import { testDatabase } from './testing.ts'

const lists: Record<string, readonly string[]> = {
  answer_change_op: changeOps,
  answer_change_via: vias,
  backup_run_kind: backupKinds,
  contribution_status: contributionStatuses,
  emblem_media: emblemMedia,
  feed_entry_list: feedLists,
  figure_question_status: questionStatuses,
  note_status: noteStatuses,
  notice_kind: noticeKinds,
  notice_mail: noticeMails,
  obligation_status: reportStatuses,
  post_acting: actings,
  post_role: roles,
  edition_file_format: editionFormats,
  edition_file_signed_with: signingWays,
  edition_file_status: editionFileStatuses,
  edition_status: editionStatuses,
  edition_type: editionTypes,
  recomputation_outcome: recomputationOutcomes,
  reopen_request_status: reopenStatuses,
  reorganisation_status: reorganisationStatuses,
  report_line_list: lineTables,
  rule_set_status: ruleSetStatuses,
  search_name_kind: namedKinds,
  seconding_status: secondingStatuses,
  shipped_catalogue_status: shippedStatuses,
  submission_from: statuses.filter(isOpen),
  submission_origin: origins,
  submission_status: statuses,
  webhook_message_status: messageStatuses,
}
const sha256 = /^[0-9a-f]{64}$/
const patterns: Record<string, readonly RegExp[]> = {
  attachment_sha256: [sha256],
  edition_file_signed: [sha256],
  edition_frozen_sha256: [sha256],
  edition_sending_file: [sha256],
  event_hash: [sha256, sha256],
  period_key: [periodPattern],
  revision_sha256: [sha256],
  seconding_digest: [sha256],
  tick_digest_sha256: [sha256],
}

let checks: { name: string; said: string }[]
beforeAll(async () => {
  const given = await testDatabase()
  checks = await withClient(given.ownerUrl, async client => {
    const { rows } = await client.query(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS said FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY conname`,
    )
    return rows
  })
  await given.dispose()
})

/** A list of one column, null or not; lists within longer conditions are parts of these. */
const listOf = (said: string): string[] | null => {
  const [, list] = /^CHECK \(+(?:\w+ IS NULL\) OR \()?\w+ = ANY \(ARRAY\[([^\]]*)\]\)+$/.exec(said) ?? []
  return list === undefined ? null : [...list.matchAll(/'([^']*)'/g)].map(([, value = '']) => value)
}
const patternsOf = (said: string): string[] => [...said.matchAll(/~ '([^']*)'/g)].map(([, pattern = '']) => pattern)
const sorted = (values: readonly string[]): string[] => [...values].sort()

describe("the database's CHECKs", () => {
  it('allow exactly the values that rules and the store know', () => {
    const found = checks.flatMap(({ name, said }) => {
      const list = listOf(said)
      return list === null ? [] : [[name, sorted(list)] as const]
    })
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, sorted(values)])),
    )
  })

  it('have the patterns of rules', () => {
    const found = checks.flatMap(({ name, said }) => {
      const own = patternsOf(said)
      return own.length === 0 ? [] : [[name, own] as const]
    })
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.entries(patterns).map(([name, own]) => [
          name,
          own.map(({ source }) => source.replaceAll('\\d', '[0-9]')),
        ]),
      ),
    )
  })
})
