/** What sets machines apart. */
export const MACHINES_DE: Record<string, string> = {
  C01: 'Geräte sind verschieden. Neigung, Größe der Platte, wie sich der Sitz verstellt, wo die Anschläge sitzen und die Reibung der Schienen: All das ändert die Last.',
  C02: 'Wähle ein Gerät und stell es so ein, dass deine Füße hoch stehen können, die Hüfte über den ganzen Weg führen kann und du sicher senken kannst.',
  C03: 'Ein 45°-Schlitten hält Last und Stabilität im Gleichgewicht. Er lässt Platz für hohe Füße, trägt schwere Lasten, hat robuste Anschläge und fordert die Hüfte mehr: erste Wahl für schweres Training von Beinbeugern und Gesäß.',
  C04: 'Bei der horizontalen Presse hilft die Schwerkraft weniger, und die Last fühlt sich anders an; tiefe Hüftbeugung ist für manche unangenehm. Sie kann zu einem empfindlichen unteren Rücken passen. Achte auf den Sitzwinkel.',
  C05: 'Andere Schlitten und Pressen mit Gewichtsscheiben lassen den Füßen mehr Freiheit. Such eine Platte, die so groß ist, dass hoch gesetzte Fersen nicht abrutschen.',
  C06: 'Eine 45°-Presse und eine horizontale erfüllen beide den Zweck. Entscheidend ist, ob deine Fersen stehen bleiben und deine Wirbelsäule neutral bleibt.',
  C07: 'Wer im Kraftsport „Beinpresse“ sagt, meint den Schlitten mit 45°.',
  C08: 'Nimm für die umgekehrte Beinpresse ein übliches 45°-Gerät mit Gewichtsscheiben, stabil und in gutem Zustand.',
};
