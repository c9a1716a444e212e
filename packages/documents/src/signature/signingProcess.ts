import { answerOrder } from '../apart/answerOrder.ts'
import type { SigningOrder } from './ownCertificate.ts'
import { signByCertificate } from './signByCertificate.ts'

answerOrder(async (order: SigningOrder) => {
  const signed = await signByCertificate(order)
  return 'fault' in signed ? Buffer.from(signed.fault) : signed.pdf
})
