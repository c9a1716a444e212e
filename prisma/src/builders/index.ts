export * from './people.ts'
export * from './plan.ts'
export * from './sakip-answers.ts'
export * from './spm-answers.ts'
