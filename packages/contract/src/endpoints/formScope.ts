import type { RuleSet } from '@sepakat/rules/types/RuleSet.ts'
import { z } from 'zod'
import { answers, asStored, id } from '../wire.ts'

const plan = z.object({ from: z.number(), to: z.number() })
/** Everything `buildForm` needs except the kind, which is code, and the catalogue, which is fetched by version and cached. */
export const formScope = z
  .object({
    form: z.string(),
    formVersion: z.number(),
    sha256: z.string(),
    ruleSet: asStored<RuleSet>(),
    settings: z.object({ signing: z.boolean(), secondReview: z.boolean() }),
    scope: z.object({
      office: z.object({ id, name: z.string() }),
      period: z.string(),
      /** Of a numbered form: from 2 on it changes the one before. */
      number: z.number(),
      rows: z.union([z.array(z.string()), z.literal('*')]),
      plan,
      /** Of a form that asks for offices: those of the region. */
      offices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
      sources: z.record(
        z.string(),
        z.object({
          answers,
          rows: z.record(
            z.string(),
            z.array(z.object({ id: z.string(), parent: z.string().nullable(), label: z.string() })),
          ),
          status: z.string(),
          revision: z.string().optional(),
          submission: z.string().optional(),
          /** Of the submission; null while it is a draft. */
          n: z.number().nullable().optional(),
          plan: plan.optional(),
          figures: z
            .array(
              z.object({
                code: z.string(),
                row: z.string(),
                value: z.string().nullable(),
                why: z.string().nullable(),
                unit: z.string(),
                band: z.object({ scale: z.string(), id: z.string(), label: z.string() }).nullable(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  })
  .meta({ id: 'FormScope' })
