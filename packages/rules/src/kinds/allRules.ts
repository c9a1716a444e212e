// A kind that has something to choose is one line here. Apart from all.ts: who fills in a form needs none of the words.
export { rules as lkpjTahunan } from './lkpj-tahunan/rules.ts'
export { rules as lppdTahunan } from './lppd-tahunan/rules.ts'
export { rules as sakipEvaluasi } from './sakip-evaluasi/rules.ts'
export { rules as sakipPengukuranTriwulan } from './sakip-pengukuran-triwulan/rules.ts'
export { rules as spmTriwulan } from './spm-triwulan/rules.ts'
