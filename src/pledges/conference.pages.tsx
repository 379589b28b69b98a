import { frameOf, newKey, pages, show } from "../web/http.ts";
import { attendanceOf } from "./attendance.store.ts";
import { AdoptView, AttendanceView, ConferenceFormView, ConferenceView } from "./conference.view.tsx";
import { mountForm } from "./form-page.pages.tsx";
import { adoptPlan, recordAttendance, writeConference } from "./pledge.acts.ts";
import { AdoptForm, AttendanceForm, ConferenceForm } from "./pledge.form.ts";
import { mayRun } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { seenPledge } from "./seen.pages.tsx";

/** The conference: when and where, who came, what was said, and what it adopted. */
export function conferencePages() {
  const conference = pages();

  conference.get("/giao-uoc/:id{[0-9]+}/hoi-nghi", async (c) => {
    const seen = await seenPledge(c);
    const attendance = await attendanceOf(seen.reader, seen.pledge.id);
    return show(c, <ConferenceView {...propsOf(await frameOf(c), seen)} attendance={attendance} />);
  });

  mountForm(conference, {
    path: "/hoi-nghi/sua",
    schema: ConferenceForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    keeps: ({ pledge }) => ({ field: "version", now: pledge.version }),
    draw: async (seen, { state, saving }) => (
      <ConferenceFormView
        {...propsOf(await frameOf(seen.c), seen)}
        {...{ state, saving }}
        formKey={newKey()}
      />
    ),
    take: ({ actor, pledge }, { version, ...typed }) =>
      writeConference(actor, { pledgeId: pledge.id, version, conference: typed }),
    done: { to: "/hoi-nghi", title: "Đã lưu hội nghị" },
  });

  mountForm(conference, {
    path: "/hoi-nghi/diem-danh",
    schema: AttendanceForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => planIsOpen(pledge.state),
    draw: async (seen, { state }) => (
      <AttendanceView
        {...propsOf(await frameOf(seen.c), seen)}
        attendance={await attendanceOf(seen.reader, seen.pledge.id)}
        state={state}
        formKey={newKey()}
      />
    ),
    take: ({ actor, pledge }, { version, attendance }) =>
      recordAttendance(actor, { pledgeId: pledge.id, version, list: attendance }),
    done: { to: "/hoi-nghi", title: "Đã ghi thành phần dự hội nghị" },
  });

  mountForm(conference, {
    path: "/thong-qua",
    schema: AdoptForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => pledge.state === "in-comment",
    draw: async (seen, { state }) => (
      <AdoptView {...propsOf(await frameOf(seen.c), seen)} state={state} formKey={newKey()} />
    ),
    take: ({ actor, pledge }, { version, ...hands }) =>
      adoptPlan(actor, { pledgeId: pledge.id, version, hands }),
    done: { to: "", title: "Hội nghị đã thông qua kế hoạch" },
  });

  return conference;
}
