import type { FormId } from '@sepakat/rules'
import { evaluatorsAnswersOf } from './answers/evaluationOf.ts'
import { draw, pick } from './draw.ts'
import { idOf } from './idOf.ts'
import type { OwedReport } from './reportEnd.ts'
import { inOfficeHours } from './workTime.ts'
import type { Ask } from './YearOffice.ts'
import type { YearStep } from './YearStep.ts'
import type { yearCorrection } from './yearCorrection.ts'
import { coordinatorOf, operatorOf, reviewersOf } from './yearPeople.ts'

const dayMs = 86_400_000
const [minute, second] = [60_000, 1000]

/** Writes down, step by step, what office and reviewers do to one report. `at` is the last instant so far. */
export class Story {
  readonly steps: YearStep[] = []
  at: Date
  private readonly report: Pick<OwedReport, 'obligation' | 'form' | 'period'>
  private readonly ask: Ask
  private readonly number: 1 | 2
  private readonly form: FormId
  private readonly operator: string
  private readonly reviewer: string
  private readonly notes: string[] = []

  constructor(report: Pick<OwedReport, 'obligation' | 'form' | 'period'>, ask: Ask, begun: Date, number: 1 | 2 = 1) {
    this.report = report
    this.ask = ask
    this.number = number
    this.at = begun
    this.form = report.form
    this.operator = operatorOf(ask.office.code)
    this.reviewer = pick(reviewersOf(report.form), ...this.of('reviewer', number))
  }

  of(...what: (string | number)[]): (string | number)[] {
    return [this.ask.seed, this.ask.office.code, this.form, this.report.period, ...what]
  }

  /** A number below `most` that follows from this report and what it decides. */
  luck(what: string, most: number): number {
    return draw(...this.of(what, this.number)) % most
  }

  private add(by: string, does: YearStep['does'], at = this.at): void {
    const { obligation, form } = this.report
    this.steps.push({ at, by, obligation, form, number: this.number, does })
  }

  /** So many working days after the last step. */
  private later(least: number, most: number, what: string): void {
    this.at = inOfficeHours(this.at, least + this.luck(what, most - least + 1), this.at, ...this.of(what, this.number))
  }

  private after(ms: number): void {
    this.at = new Date(this.at.getTime() + ms)
  }

  extend(dueAt: Date, at: Date): void {
    const reason = 'Data dari kecamatan yang belum terhubung internet masih ditunggu.'
    this.add(coordinatorOf(this.form), { what: 'extend', dueAt: new Date(dueAt.getTime() + 14 * dayMs), reason }, at)
  }

  begin(does: Extract<YearStep['does'], { what: 'create' | 'renew' }>): void {
    this.add(this.operator, does)
  }

  attach(files: readonly { anchor: string; title: string }[]): void {
    for (const [n, file] of files.entries()) {
      this.after(4 * minute)
      this.add(this.operator, {
        what: 'attach',
        file: { ...file, id: idOf(this.at, ...this.of('file', n, this.number)) },
      })
    }
  }

  /** @param when null: right away */
  submit(when: Date | null): void {
    if (when === null) this.after(2 * minute)
    else this.at = when
    this.add(this.operator, { what: 'move', move: 'submit', body: {} })
  }

  /** Lies untouched until some days before now. */
  rest(now: Date, what: string): void {
    this.at = inOfficeHours(now, -3 - this.luck(what, 6), this.at, ...this.of(what))
  }

  claim(round: number): void {
    this.later(1, 5, `claim ${round}`)
    this.add(this.reviewer, { what: 'move', move: 'claim', body: {} })
  }

  /** With a note on the answer and one on its row. */
  giveBack({ pointer, note }: NonNullable<ReturnType<typeof yearCorrection>>): void {
    this.later(0, 2, 'note')
    const row = pointer.split('/').slice(0, 3).join('/')
    const texts = [[pointer, note] as const, [row, 'Mohon diperiksa kembali seluruh baris ini.'] as const]
    for (const [n, [anchor, text]] of texts.entries()) {
      const id = idOf(this.at, ...this.of('note', n))
      this.notes.push(id)
      this.add(this.reviewer, { what: 'note', note: { id, anchor, text } })
      this.after(5 * minute)
    }
    this.add(this.reviewer, { what: 'move', move: 'return', body: { dueAt: this.answerBy(8).toISOString() } })
  }

  /** The end of a day to come, in the region's zone. */
  private answerBy(days: number): Date {
    const zoneMs = 8 * 60 * minute
    return new Date(Math.floor((this.at.getTime() + zoneMs) / dayMs) * dayMs + days * dayMs - zoneMs - minute)
  }

  /** The office puts right what was found, answers every note, and submits again. */
  correct({ pointer, value, answer }: NonNullable<ReturnType<typeof yearCorrection>>, what: string): void {
    this.later(2, 6, what)
    this.add(this.operator, { what: 'correct', changeId: idOf(this.at, ...this.of(what)), pointer, value })
    this.after(7 * minute)
    this.add(this.operator, { what: 'answer-notes', text: answer })
    this.submit(null)
  }

  /** @param declared rows whose declared state the reviewer looks at */
  approve(declared: string[], what: string): void {
    this.later(0, 4, what)
    this.after(3 * minute)
    const before = (ms: number) => new Date(this.at.getTime() - ms)
    for (const note of this.notes.splice(0)) this.add(this.reviewer, { what: 'resolve', note }, before(90 * second))
    if (this.form === 'sakip/evaluasi')
      this.add(
        this.reviewer,
        { what: 'evaluate', answers: evaluatorsAnswersOf(this.ask, this.at) },
        before(60 * second),
      )
    if (declared.length > 0) this.add(this.reviewer, { what: 'tick', anchors: declared }, before(30 * second))
    this.add(this.reviewer, { what: 'move', move: 'approve', body: {} })
  }

  reopen(): void {
    this.later(9, 25, 'reopen')
    const reason = 'Pemeriksaan Inspektorat menemukan isian yang perlu diperbaiki.'
    this.add(coordinatorOf(this.form), {
      ...{ what: 'move', move: 'reopen' },
      body: { reason, dueAt: this.answerBy(10).toISOString() },
    })
  }
}
