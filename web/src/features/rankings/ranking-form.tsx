import type { RankingTableView } from '@patuh/shared/contracts/pages';
import type { ChangeEvent, ReactElement } from 'react';

import { DIRECTION_TEXT, KIND_TEXT, searchHint, SORT_TEXT, tableText } from '../../text/id/rankings-table.ts';
import { DIRECTIONS, KINDS, SORT_KEYS } from './table-view.ts';

interface RankingFormProps {
  readonly path: string;
  readonly view: RankingTableView;
  readonly zoned: boolean;
  /** What a search may say in this list; at least two. */
  readonly examples: readonly string[];
  readonly onChange: (view: RankingTableView) => void;
}

/** A GET form: the browser alone can send it; with JavaScript each change shows at once. */
export function RankingForm({ path, view, zoned, examples, onChange }: RankingFormProps): ReactElement {
  return (
    <form
      className="ranking-form"
      action={path}
      method="get"
      role="search"
      aria-label={tableText.search}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="ranking-form__search">
        <label htmlFor="cari">{tableText.search}</label>
        <div className="ranking-form__line">
          <input
            id="cari"
            name="cari"
            type="search"
            maxLength={80}
            autoComplete="off"
            aria-describedby="cari-contoh"
            value={view.cari}
            onChange={(event) => onChange({ ...view, cari: event.target.value })}
          />
          <button type="submit" className="button">
            {tableText.apply}
          </button>
        </div>
        <p id="cari-contoh" className="ranking-form__hint">
          {searchHint(examples)}
        </p>
      </div>
      <Choice
        id="jenis"
        label={tableText.kind}
        value={view.jenis}
        options={KINDS}
        text={KIND_TEXT}
        onChange={(jenis) => onChange({ ...view, jenis })}
      />
      <Choice
        id="urut"
        label={tableText.sort}
        value={view.urut}
        options={zoned ? SORT_KEYS : SORT_KEYS.filter((key) => key !== 'zona')}
        text={SORT_TEXT}
        onChange={(urut) => onChange({ ...view, urut })}
      />
      <Choice
        id="arah"
        label={tableText.direction}
        value={view.arah}
        options={DIRECTIONS}
        text={DIRECTION_TEXT}
        onChange={(arah) => onChange({ ...view, arah })}
      />
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly text: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ id, label, value, options, text, onChange }: ChoiceProps<Value>): ReactElement {
  const choose = (event: ChangeEvent<HTMLSelectElement>): void => {
    const chosen = options.find((option) => option === event.target.value);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={id} value={value} onChange={choose}>
        {options.map((option) => (
          <option key={option} value={option}>
            {text[option]}
          </option>
        ))}
      </select>
    </div>
  );
}
