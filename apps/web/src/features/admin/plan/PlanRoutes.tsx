export default function PlanRoutes() {
  return null
}
