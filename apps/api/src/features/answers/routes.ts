import { reader } from '@sepakat/db'
import { lacksBase } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Handler, handlers, reply } from '#http/route.ts'
import { readAnswers } from './readAnswers.ts'
import { readChanges } from './readChanges.ts'
import { saveAnswers } from './saveAnswers.ts'
import { saveEvaluation } from './saveEvaluation.ts'
import { savePlainly } from './savePlainly.ts'

/** Cells are saved in the same way for every writer; who may write them, and when, is what the caller passes. */
const saving =
  (
    save: typeof saveAnswers | typeof saveEvaluation,
    tryFirst?: typeof savePlainly,
  ): Handler<'PATCH /submissions/:id/answers' | 'PATCH /submissions/:id/evaluation'> =>
  async asked => {
    if (asked.ifMatch === undefined && lacksBase(asked.body.changes)) throw problem('precondition-required')
    const saved = (await tryFirst?.(reader(asked.db), asked)) ?? (await asked.write(tx => save(tx, asked)))
    return reply(saved, { version: saved.version })
  }

export const answerHandlers = handlers({
  'GET /submissions/:id/answers': readAnswers,
  'GET /submissions/:id/changes': readChanges,
  'PATCH /submissions/:id/answers': saving(saveAnswers, savePlainly),
  'PATCH /submissions/:id/evaluation': saving(saveEvaluation),
})
