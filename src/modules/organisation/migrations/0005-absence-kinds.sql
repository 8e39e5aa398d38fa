-- Away on business or on leave: what a board must say beside figures that stay behind.
alter table absence drop constraint absence_kind_check;
alter table absence add constraint absence_kind_check
  check (kind in ('business-trip', 'leave', 'long-leave', 'maternity', 'sick', 'secondment'));
comment on table absence is 'Who acts for the person comes first in the lines while it lasts, and duties without anybody are told';
