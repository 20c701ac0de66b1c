//! The settings of the Discord face.

use serde::{Deserialize, Deserializer, Serialize};

use super::NoteTime;

/// How the bot behaves in Discord.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DiscordConfig {
    /// Whether the bot may read messages that do not mention it, as ask-channels and threads need.
    pub message_content: bool,
    /// Id of a role whose members may administer besides those who manage the server; 0 for none.
    pub admin_role: u64,
    /// Guilds whose admins may change the knowledge; empty for all.
    pub knowledge_guilds: Vec<u64>,
    /// Whether `DISCORD_API_BASE` may name a host that is not this machine.
    pub allow_foreign_api_base: bool,
    /// Questions that are searched at the same time.
    pub concurrent_questions: usize,
    /// Questions that may wait for their turn; further ones are asked to come back.
    pub waiting_questions: usize,
    /// Seconds for open work when the program is told to stop.
    pub stop_seconds: u64,
    /// Longest pause before the program looks again what is due by the clock, in seconds.
    pub round_seconds: u64,
    /// When the monthly notes are sent.
    pub monthly_note: NoteTime,
    /// Seconds that a minute of a drill's story takes.
    pub drill_minute_seconds: u32,
    /// What one person may ask.
    #[serde(deserialize_with = "user_budget")]
    pub user_budget: BudgetConfig,
    /// What one guild may ask.
    #[serde(deserialize_with = "guild_budget")]
    pub guild_budget: BudgetConfig,
}

/// A bucket of questions that fills again.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BudgetConfig {
    /// Questions in a row.
    pub burst: u32,
    /// Questions that come back per minute.
    pub per_minute: f64,
}

impl Default for DiscordConfig {
    fn default() -> Self {
        Self {
            message_content: false,
            admin_role: 0,
            knowledge_guilds: Vec::new(),
            allow_foreign_api_base: false,
            concurrent_questions: 2,
            waiting_questions: 1000,
            stop_seconds: 10,
            round_seconds: 30,
            monthly_note: NoteTime::DEFAULT,
            drill_minute_seconds: 60,
            user_budget: BudgetConfig {
                burst: 10,
                per_minute: 12.0,
            },
            guild_budget: BudgetConfig {
                burst: 300,
                per_minute: 2400.0,
            },
        }
    }
}

impl DiscordConfig {
    /// What must hold, and what to say when it does not.
    pub(super) fn demands(&self) -> [(bool, &'static str); 7] {
        [
            (
                (1..=1024).contains(&self.concurrent_questions),
                "discord.concurrent_questions must be 1 to 1024",
            ),
            (
                self.waiting_questions <= 100_000,
                "discord.waiting_questions must be 0 to 100000",
            ),
            (
                (1..=60).contains(&self.stop_seconds),
                "discord.stop_seconds must be 1 to 60",
            ),
            (
                (1..=3600).contains(&self.round_seconds),
                "discord.round_seconds must be 1 to 3600",
            ),
            (
                (1..=600).contains(&self.drill_minute_seconds),
                "discord.drill_minute_seconds must be 1 to 600",
            ),
            (
                self.user_budget.is_possible(),
                "discord.user_budget must have a burst of at least 1 and per_minute above 0",
            ),
            (
                self.guild_budget.is_possible(),
                "discord.guild_budget must have a burst of at least 1 and per_minute above 0",
            ),
        ]
    }
}

impl BudgetConfig {
    fn is_possible(self) -> bool {
        self.burst >= 1 && self.per_minute > 0.0 && self.per_minute.is_finite()
    }
}

/// A bucket as it stands in the file: what is left out keeps the default of that bucket.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenBudget {
    burst: Option<u32>,
    per_minute: Option<f64>,
}

impl GivenBudget {
    fn or(self, default: BudgetConfig) -> BudgetConfig {
        BudgetConfig {
            burst: self.burst.unwrap_or(default.burst),
            per_minute: self.per_minute.unwrap_or(default.per_minute),
        }
    }
}

fn user_budget<'de, D: Deserializer<'de>>(given: D) -> Result<BudgetConfig, D::Error> {
    Ok(GivenBudget::deserialize(given)?.or(DiscordConfig::default().user_budget))
}

fn guild_budget<'de, D: Deserializer<'de>>(given: D) -> Result<BudgetConfig, D::Error> {
    Ok(GivenBudget::deserialize(given)?.or(DiscordConfig::default().guild_budget))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::DiscordConfig;

    #[test]
    fn half_a_budget_keeps_the_default_of_the_other_half() {
        let text = "[user_budget]\nburst = 1\n[guild_budget]\nper_minute = 2.0";
        let config: DiscordConfig = toml::from_str(text).unwrap();
        let default = DiscordConfig::default();
        assert_eq!(config.user_budget.burst, 1);
        assert_eq!(
            config.user_budget.per_minute,
            default.user_budget.per_minute
        );
        assert_eq!(config.guild_budget.burst, default.guild_budget.burst);
        assert_eq!(config.guild_budget.per_minute, 2.0);
        assert!(toml::from_str::<DiscordConfig>("[user_budget]\nbrust = 1").is_err());
    }
}
