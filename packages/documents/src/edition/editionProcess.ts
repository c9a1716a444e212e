import { answerOrder } from '../apart/answerOrder.ts'
import { makeEdition } from './makeEdition.ts'

answerOrder(makeEdition)
