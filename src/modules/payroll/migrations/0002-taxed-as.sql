-- An earning may have a tax of its own, where the country knows one.
alter table pay_item add column taxed_as text not null default 'wage' check (taxed_as in ('wage', 'bonus', 'severance'));
comment on column pay_item.taxed_as is 'As what a taxable earning is taxed: with the wage, as the annual bonus, as severance';
