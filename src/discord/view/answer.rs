//! An answer as one card: in an incident what to do first, what not to do and whom to call before anything else;
//! else quotes, then next steps. What does not fit goes to the further page, never the first actions.

use jiff::civil::DateTime;

use super::block::{self, Block};
use super::playbook::{self, Part};
use super::quote::Quoted;
use super::{source, steps, windows};
use crate::answer::{Answer, IncidentPlan, Level, NextStep, Outcome};
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::escape;
use crate::discord::library::{Library, passage_key};
use crate::discord::reply::{
    Button, Card, Menu, MenuOption, Message, Rows, Style, Tone, Visibility,
};
use crate::question::{Language, MAX_QUESTION_CHARACTERS};
use crate::render;
use crate::store::RoleId;
use crate::wording::Wording;

/// What was asked, and where the answer will stand.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The question as it was typed.
    pub question: &'a str,
    /// Who sees the answer.
    pub visibility: Visibility,
    /// It was asked in a direct message: there is no channel and nobody to hand over to.
    pub is_direct: bool,
    /// The role that questions are handed over to.
    pub helper: Option<RoleId>,
    /// The moment of asking (Japan Standard Time).
    pub moment: DateTime,
}

/// Lays an answer out.
pub fn answer(answer: &Answer, library: &Library, asked: &Asked<'_>) -> Message {
    let language = answer.language;
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let (tone, title) = match (answer.outcome, &answer.incident) {
        (Outcome::Incident, Some(plan)) => (
            Tone::Alarm,
            (view.labeled)(wording.label.emergency, &plan.title),
        ),
        (Outcome::Abstain, _) => {
            let kind = answer
                .abstention
                .as_ref()
                .and_then(|abstention| abstention.kind);
            (Tone::Quiet, (view.abstain)(kind).to_owned())
        }
        _ => (Tone::Calm, view.answer.to_owned()),
    };
    let mut card = Card::titled(tone, &title)
        .author(&author_line(asked.question, language))
        .footer(&source::footer(library, language));
    let mut opening = Vec::new();
    if let Some(plan) = &answer.incident {
        opening.extend(incident(plan, asked.moment, wording));
    }
    if answer.is_shortened {
        opening.push(Block::text(&(wording.shortened)(MAX_QUESTION_CHARACTERS)));
    }
    if answer.outcome == Outcome::Answer {
        opening.push(Block::text(&sureness(answer, wording)));
        let chosen_for = render::chosen_for(answer, wording);
        opening.push(Block::text(&chosen_for.join("\n")));
    }
    opening.extend(abstention(answer, asked, wording));
    let left_out = block::lay(&mut card, opening, wording);
    let quotes = answer
        .citations
        .iter()
        .map(|citation| Quoted::cited(citation, language));
    let mut rest = Rest {
        steps: answer.next_steps.iter().collect(),
        quotes: quotes.collect(),
    };
    // In an incident deeds come first.
    if answer.outcome == Outcome::Incident {
        rest.lay_steps(&mut card, library, language);
        rest.lay_quotes(&mut card, wording);
    } else {
        rest.lay_quotes(&mut card, wording);
        rest.lay_steps(&mut card, library, language);
    }
    let parts: &[Part] = match left_out.is_empty() {
        true => &[Part::Evidence, Part::Deadlines, Part::Windows],
        false => &Part::ALL,
    };
    Message {
        visibility: asked.visibility,
        card,
        rows: rows(answer, &rest, library, asked, parts),
        ..Message::default()
    }
}

/// The further page of an answer: the steps and quotes that did not fit.
pub fn further(
    actions: &[Key],
    passages: &[Key],
    library: &Library,
    language: Language,
) -> Message {
    let wording = Wording::of(language);
    let known = actions.iter().filter_map(|key| library.action(key));
    let steps: Vec<NextStep> = known
        .filter_map(|action| steps::of_action(action, language))
        .collect();
    let found = passages.iter().filter_map(|key| library.passage(key));
    let mut rest = Rest {
        steps: steps.iter().collect(),
        quotes: found
            .map(|found| Quoted::beginning(found, language))
            .collect(),
    };
    let mut card = Card::titled(Tone::Calm, wording.member.view.further)
        .footer(&source::footer(library, language));
    rest.lay_steps(&mut card, library, language);
    rest.lay_quotes(&mut card, wording);
    let mut buttons: Vec<Button> = rest.button(language).into_iter().collect();
    if !steps.is_empty() {
        buttons.push(Button::new(
            wording.member.button.steps,
            steps::id(language, 0, actions),
        ));
    }
    let options = passages.iter().filter_map(|key| library.passage(key));
    let options = options
        .map(|found| source::option(found, language))
        .collect();
    let menu = Menu::new(
        ComponentId::new(Action::SectionMenu, language),
        wording.member.button.section_menu,
        options,
    );
    Message::private(card).with(Rows::default().buttons(buttons).menu(menu))
}

/// The line that repeats a question, from which [`question_of`] reads it again.
pub fn author_line(question: &str, language: Language) -> String {
    format!(
        "{}{}",
        Wording::of(language).member.view.question,
        escape::plain(question)
    )
}

/// The question on an author's line, in whatever language the line was written.
pub fn question_of(author_line: &str) -> Option<String> {
    [Language::Ja, Language::En]
        .into_iter()
        .find_map(|language| {
            // The label's space may have been trimmed with the rest of an empty line.
            let label = Wording::of(language).member.view.question;
            let question = author_line.trim().strip_prefix(label.trim_end())?;
            // Without what was put in to make it harmless.
            Some(escape::visible(question)).filter(|question| !question.is_empty())
        })
}

/// What to do first, what not to do, whom to call.
fn incident(plan: &IncidentPlan, moment: DateTime, wording: &Wording) -> Vec<Block> {
    let first = plan.first.iter().enumerate();
    let first = first.map(|(position, line)| format!("{}. {}", position + 1, line.text));
    let mut blocks = vec![
        Block::text(&format!("**{}**", plan.headline)),
        Block::new(wording.label.first_actions, first.collect()),
        playbook::dont(plan.dont.iter().map(|line| line.text.as_str()), wording),
    ];
    blocks.extend(windows::lines(&plan.windows, moment, wording));
    blocks
}

/// A word of caution only when the answer is not sure.
fn sureness(answer: &Answer, wording: &Wording) -> String {
    match answer.confidence.level {
        Level::High | Level::Medium => String::new(),
        level => (wording.confidence)(level, answer.confidence.reason),
    }
}

fn abstention(answer: &Answer, asked: &Asked<'_>, wording: &Wording) -> Vec<Block> {
    let Some(abstention) = answer
        .abstention
        .as_ref()
        .filter(|_| answer.outcome == Outcome::Abstain)
    else {
        return Vec::new();
    };
    let view = &wording.member.view;
    let mut said = vec![(wording.abstain)(abstention.kind).to_owned()];
    said.extend(abstention.ask.clone());
    let mut blocks = vec![Block::new("", said)];
    if !abstention.topics.is_empty() {
        blocks.push(Block::text(view.topics_below));
    }
    if let Some(window) = &abstention.window {
        let moment = (view.moment)(asked.moment);
        let heading = format!("{} ({moment})", wording.label.person_to_ask);
        let entry = windows::entry(window, wording);
        blocks.push(Block::new(&heading, vec![entry]));
    }
    if let Some(helper) = asked.helper.filter(|_| may_hand_over(asked)) {
        let mention = format!("<@&{helper}>");
        blocks.push(Block::text(&(view.helper)(
            &mention,
            wording.member.button.hand_over,
        )));
    }
    blocks
}

/// Steps and quotes that are still to be laid.
struct Rest<'a> {
    steps: Vec<&'a NextStep>,
    quotes: Vec<Quoted>,
}

impl Rest<'_> {
    /// Lays as many steps as fit, whole ones, in their order.
    fn lay_steps(&mut self, card: &mut Card, library: &Library, language: Language) {
        let wording = Wording::of(language);
        for count in (1..=self.steps.len()).rev() {
            let steps = self.steps.iter().take(count).enumerate();
            let lines =
                steps.map(|(position, step)| steps::line(position + 1, step, library, language));
            let block = Block::new(wording.label.next_steps, lines.collect());
            if block::field(card, &block, wording).is_ok() {
                self.steps.drain(..count);
                return;
            }
        }
    }

    /// Lays as many quotes as fit, whole ones, in their order.
    fn lay_quotes(&mut self, card: &mut Card, wording: &Wording) {
        let quotes = self.quotes.iter().enumerate();
        let laid = quotes
            .take_while(|(position, quote)| quote.lay(card, position + 1, wording).is_ok())
            .count();
        self.quotes.drain(..laid);
    }

    /// The button to what did not fit.
    fn button(&self, language: Language) -> Option<Button> {
        if self.steps.is_empty() && self.quotes.is_empty() {
            return None;
        }
        let actions: Vec<Key> = self.steps.iter().map(|step| Key::of(&step.id)).collect();
        let passages: Vec<Key> = self
            .quotes
            .iter()
            .map(|quote| passage_key(&quote.id))
            .collect();
        let id = ComponentId::new(Action::Further, language)
            .number(actions.len() as u64)
            .keys(&actions)
            .keys(&passages);
        Some(Button::new(Wording::of(language).member.button.further, id))
    }
}

fn rows(
    answer: &Answer,
    rest: &Rest<'_>,
    library: &Library,
    asked: &Asked<'_>,
    parts: &[Part],
) -> Rows {
    let language = answer.language;
    let button = &Wording::of(language).member.button;
    let mut rows = Rows::default().buttons(ways_on(answer, rest, language));
    let playbook = answer.incident.as_ref();
    let playbook = playbook.and_then(|plan| library.knowledge().playbook(&plan.playbook));
    if let Some(playbook) = playbook {
        rows = rows.buttons(playbook::buttons(playbook, parts, language));
    }
    let options = sections(answer, library);
    if options.len() > 1 {
        let id = ComponentId::new(Action::SectionMenu, language);
        rows = rows.menu(Menu::new(id, button.section_menu, options));
    }
    rows.buttons(about_the_answer(answer, asked))
}

/// Everything that leads deeper into the matter.
fn ways_on(answer: &Answer, rest: &Rest<'_>, language: Language) -> Vec<Button> {
    let button = &Wording::of(language).member.button;
    let mut buttons = Vec::new();
    if let Some(best) = answer.citations.first() {
        let opens = source::section_button(button.full_section, &best.id, language);
        buttons.push(opens.styled(Style::Primary));
        if !answer.related.is_empty() {
            let id = ComponentId::new(Action::Related, language).key(&passage_key(&best.id));
            buttons.push(Button::new(button.related, id));
        }
    }
    if !answer.next_steps.is_empty() {
        let actions: Vec<Key> = answer
            .next_steps
            .iter()
            .map(|step| Key::of(&step.id))
            .collect();
        buttons.push(Button::new(button.steps, steps::id(language, 0, &actions)));
    }
    buttons.extend(rest.button(language));
    for topic in answer
        .abstention
        .iter()
        .flat_map(|abstention| &abstention.topics)
    {
        buttons.push(source::section_button(
            &topic.name,
            &topic.section,
            language,
        ));
    }
    buttons
}

/// Cited sections, then related ones.
fn sections(answer: &Answer, library: &Library) -> Vec<MenuOption> {
    let cited = answer.citations.iter().map(|citation| &citation.id);
    let related = answer.related.iter().map(|related| &related.id);
    let found = cited.chain(related).filter_map(|id| library.live.found(id));
    found
        .map(|found| source::option(found, answer.language))
        .collect()
}

/// Whether it helped, a person to ask, a thread to go on in.
fn about_the_answer(answer: &Answer, asked: &Asked<'_>) -> Vec<Button> {
    let language = answer.language;
    let button = &Wording::of(language).member.button;
    let mut buttons = Vec::new();
    if let Some(best) = answer.citations.first() {
        let vote = |action| ComponentId::new(action, language).key(&passage_key(&best.id));
        buttons.push(Button::new(button.helpful, vote(Action::Helpful)));
        buttons.push(Button::new(button.not_helpful, vote(Action::NotHelpful)));
    }
    if may_hand_over(asked) {
        let id = ComponentId::new(Action::HandOver, language);
        buttons.push(Button::new(button.hand_over, id));
    }
    if may_hand_over(asked) && asked.visibility == Visibility::Public {
        let id = ComponentId::new(Action::Thread, language);
        buttons.push(Button::new(button.thread, id));
    }
    buttons
}

fn may_hand_over(asked: &Asked<'_>) -> bool {
    !asked.is_direct
}
