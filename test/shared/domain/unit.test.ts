import { TeamName } from '@patuh/shared/contracts/teams';
import { sameName, UnitName } from '@patuh/shared/domain/unit';
import { describe, expect, it } from 'vitest';

describe('a name', () => {
  it.each([
    ['capitals and spaces', 'PUSKESMAS   batutua '],
    ['a space that does not break', 'Puskesmas\u00a0Batutua'],
    ['a space without a width', 'Puskesmas Batu\u200btua'],
    ['a hyphen that is not shown', 'Puskesmas Batu\u00adtua'],
    ['a mark of direction', '\u200ePuskesmas Batutua'],
    ['wide letters', 'Ｐｕｓｋｅｓｍａｓ Batutua'],
  ])('is the same but for %s', (_what, name) => {
    expect(sameName(name)).toBe(sameName('Puskesmas Batutua'));
  });

  it('is another one where a letter is another one', () => {
    expect(sameName('Puskesmas Batutua')).not.toBe(sameName('Puskesmas Batu Tua'));
  });

  it.each([
    ['a line of its own', 'Puskesmas\nBatutua'],
    ['a separator of lines', 'Puskesmas\u2028Batutua'],
    ['what turns the text around', 'Puskesmas \u202eautuatab'],
  ])('never holds %s', (_what, name) => {
    expect(UnitName.safeParse(name).success).toBe(false);
    expect(TeamName.safeParse(name).success).toBe(false);
  });
});
