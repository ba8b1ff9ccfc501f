/** What it is good for, and for whom. */
export const BENEFITS_DE: Record<string, string> = {
  K07: 'Beinbeuger, die gedehnt und beim Senken stark sind, können beim Sprinten helfen, zusammen mit Übungen aus deiner Sportart.',
  M01: 'Die umgekehrte Beinpresse fordert Gesäß und Beinbeuger sehr, und ihre tiefe Dehnung kann ihnen beim Wachsen helfen.',
  M02: 'Die umgekehrte Beinpresse trainiert das Strecken der Hüfte, das du beim Sprinten, beim Springen und im Alltag brauchst.',
  M03: 'Schienen führen das Gewicht der umgekehrten Beinpresse. So kannst du Schritt für Schritt steigern und musst kaum balancieren.',
  M04: 'Für Fortgeschrittene, bei denen es nicht mehr vorangeht, ist die umgekehrte Beinpresse etwas Neues.',
  M05: 'Die umgekehrte Beinpresse ist etwas für alle, die vom Schub aus der Hüfte leben: im Sprint, im Sprung, im Football.',
  M06: 'Die umgekehrte Beinpresse ist auch etwas für alle, die Gesäß und Beinbeuger aufbauen wollen.',
  M07: 'Viele machen die Beinpresse zur Grundlage ihres Beintrainings. Dieser Autor würde es meist nicht tun, außer wenn es um die Beinstrecker geht.',
  M08: 'Kurz gesagt: Die umgekehrte Beinpresse ist etwas für Fortgeschrittene, trainiert Hüfte und Beinbeuger bei wenig Last auf der Wirbelsäule und stellt die Form vor das Gewicht.',
};
