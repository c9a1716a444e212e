import { answerOrder } from '../apart/answerOrder.ts'
import { draw } from './draw.ts'

answerOrder(draw)
