export * from './people.ts'
export * from './plan.ts'
