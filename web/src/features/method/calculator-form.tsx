import type { CalculatorEntries } from '@patuh/shared/contracts/pages';
import type { Indicator, Instrument, TreeNode } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { methodText as text } from '../../text/id/method.ts';
import { LEVEL_PREFIX, NOT_APPLICABLE, PRODUCTS_PREFIX, UNIT_PREFIX, UNIT_ROWS } from './entries.ts';
import { hasGovernmentIndicators } from './weights-table.ts';

interface CalculatorFormProps {
  readonly instrument: Instrument;
  readonly year: number;
  readonly entries: CalculatorEntries;
}

type Belongs = (indicator: Indicator) => boolean;

/** Id of the form: the panel with the result listens to it. */
export const CALCULATOR_FORM = 'kalkulator-isian';

/** A GET form, so that a calculation is an address; with JavaScript the panel follows every choice. */
export function CalculatorForm({ instrument, year, entries }: CalculatorFormProps): ReactElement {
  const composed = hasGovernmentIndicators(instrument);
  return (
    <form id={CALCULATOR_FORM} className="calculator" action={`/metodologi/${year}#kalkulator`} method="get">
      <h3>{text.unitPart}</h3>
      <p>{text.unitPartIntro}</p>
      <Groups nodes={instrument.tree} entries={entries} belongs={({ subject }) => subject !== 'government'} />
      <h3>{text.governmentPart}</h3>
      <p>
        {text.governmentPartIntro} {composed ? text.governmentPartComposed : null}
      </p>
      <UnitRows entries={entries} products={instrument.rules.rollUp.unitWeight === 'products'} />
      {composed ? (
        <Groups nodes={instrument.tree} entries={entries} belongs={({ subject }) => subject === 'government'} />
      ) : null}
      <p className="calculator__actions">
        <button type="submit" className="button">
          {text.calculate}
        </button>
        <a className="button button--quiet" href={`/metodologi/${year}#kalkulator`}>
          {text.clear}
        </a>
      </p>
    </form>
  );
}

interface GroupsProps {
  readonly nodes: readonly TreeNode[];
  readonly entries: CalculatorEntries;
  readonly belongs: Belongs;
}

/** The lowest branches as headings with their indicators. */
function Groups({ nodes, entries, belongs }: GroupsProps): ReactElement {
  return (
    <>
      {groupsOf(nodes, belongs).map(({ id, path, indicators }) => (
        <div key={id} className="calculator__group">
          <h4>{path.join(' › ')}</h4>
          <div className="calculator__items">
            {indicators.map((indicator) => (
              <Item key={indicator.id} indicator={indicator} entry={entries[`${LEVEL_PREFIX}${indicator.id}`] ?? ''} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

interface Group {
  readonly id: string;
  readonly path: readonly string[];
  readonly indicators: readonly Indicator[];
}

function groupsOf(nodes: readonly TreeNode[], belongs: Belongs, path: readonly string[] = []): readonly Group[] {
  return nodes.flatMap((node): readonly Group[] => {
    if (node.node === 'indicator') return [];
    const here = [...path, node.name];
    const indicators = node.children.filter(
      (child): child is Indicator => child.node === 'indicator' && belongs(child),
    );
    const own = indicators.length === 0 ? [] : [{ id: node.id, path: here, indicators }];
    return [...own, ...groupsOf(node.children, belongs, here)];
  });
}

function Item({ indicator, entry }: { readonly indicator: Indicator; readonly entry: string }): ReactElement {
  const { id, name, levels, notApplicable } = indicator;
  return (
    <fieldset id={`isi-${id}`} className="calculator__item">
      <legend>{name}</legend>
      <div className="calculator__options">
        {levels.map(({ level }) => (
          <Option key={level} name={`${LEVEL_PREFIX}${id}`} value={String(level)} label={String(level)} entry={entry} />
        ))}
        {notApplicable ? (
          <Option name={`${LEVEL_PREFIX}${id}`} value={NOT_APPLICABLE} label={text.notApplicableOption} entry={entry} />
        ) : null}
      </div>
      {levels.map(({ level, text: words }) => (
        <p key={level} className={`calculator__level calculator__level--${level}`}>
          <span className="number">{level}:</span> {words}
        </p>
      ))}
      <a className="small" href={`#indikator-${id}`} aria-label={text.readLevelsOf(name)}>
        {text.readLevels}
      </a>
    </fieldset>
  );
}

interface OptionProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly entry: string;
}

function Option({ name, value, label, entry }: OptionProps): ReactElement {
  return (
    <label className="calculator__option">
      <input type="radio" name={name} value={value} defaultChecked={entry === value} />
      <span>{label}</span>
    </label>
  );
}

function UnitRows({
  entries,
  products,
}: {
  readonly entries: CalculatorEntries;
  readonly products: boolean;
}): ReactElement {
  return (
    <div className={products ? 'calculator__units calculator__units--products' : 'calculator__units'}>
      {Array.from({ length: UNIT_ROWS }, (_, index) => index + 1).map((row) => (
        <div key={row} className="calculator__unit">
          <NumberField name={`${UNIT_PREFIX}${row}`} label={text.unitScore(row)} entries={entries} decimal />
          {products ? (
            <NumberField name={`${PRODUCTS_PREFIX}${row}`} label={text.unitProducts(row)} entries={entries} />
          ) : null}
        </div>
      ))}
    </div>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly entries: CalculatorEntries;
  readonly decimal?: boolean;
}

function NumberField({ name, label, entries, decimal = false }: NumberFieldProps): ReactElement {
  return (
    <span>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        type="text"
        name={name}
        inputMode={decimal ? 'decimal' : 'numeric'}
        maxLength={9}
        autoComplete="off"
        defaultValue={entries[name] ?? ''}
      />
    </span>
  );
}
