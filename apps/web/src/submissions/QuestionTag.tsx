import { Tag } from '#ui/Tag.tsx'
import { type Question, questionIcons, questionTones, questionWords } from './questionWords.ts'

/** Whether a figure was asked about, and answered; nothing where it was not, or all of it is closed. */
export function QuestionTag({ questions }: { questions: readonly Question[] }) {
  const status = (['asked', 'answered'] as const).find(one => questions.some(question => question.status === one))
  if (status === undefined) return null
  return (
    <Tag tone={questionTones[status]} icon={questionIcons[status]}>
      {questionWords[status]}
    </Tag>
  )
}
