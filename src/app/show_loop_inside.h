#pragma once
/// The running show from within: what its sources share. Only for show_loop*.cpp.
#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "app/console_window.h"
#include "app/cue_caller.h"
#include "app/door.h"
#include "app/hall_clock.h"
#include "app/keys.h"
#include "app/linked.h"
#include "app/on_air.h"
#include "app/operator_desk.h"
#include "app/program_window.h"
#include "app/remote_control.h"
#include "app/replay.h"
#include "app/show_loop.h"
#include "app/show_report.h"
#include "app/side_screens.h"
#include "app/typing_choice.h"
#include "feed/worker.h"
#include "platform/connectors.h"
#include "platform/inhibitor.h"
#include "platform/input.h"
#include "platform/session.h"
#include "platform/signals.h"
#include "platform/watchdog.h"
#include "remote/server.h"

namespace hall {

/// Thread: render thread.
class ShowLoop {
public:
    ShowLoop(const Options& options, const Paths& paths, const Fonts& fonts, std::optional<Replay> replay)
        : options_(options),
          paths_(paths),
          fonts_(fonts),
          keys_(options.keys),
          desk_(options.language),
          typing_(paths.state),
          at_(options.at),
          hall_clock_(options.correct_clock),
          replay_(std::move(replay)) {}

    Exit run();

private:
    void close_console();
    void open_mc();
    void fail_mc(const std::string& display, const Sentence& fault);
    void mind_mc(Milliseconds steady);
    void refit_mc();
    void open_console();
    void handle(const Event& event);
    void obey(const Wish& wish);
    /// Why it did not do what the operator expects; empty where it did.
    Sentence command(const Command& command);
    bool mc_reads() const;
    Commanding commanding() const;
    void listen_for_characters();
    void change(const Command& command, Now moment);
    void play_again();
    void put_on_air(Door::Held snapshot, Cause cause);
    void show_content();
    void accept();
    void take_news();
    void take_outcomes();
    void obey_channel();
    void hold_key(const std::string& typed);
    void draw_hall();
    void draw_mc();
    void draw_console();
    void see_display();
    void start_worker();
    Exit cannot_begin(const Sentence& why, Exit how) const;
    void keep_awake();
    void mind_quiet_hours(Now moment);
    void mind_hardware(Now moment);
    void tell(Milliseconds steady);
    /// Every thread that works for this one has given a sign of life within `limit`.
    bool others_are_alive(Milliseconds limit) const;
    Milliseconds sleep() const;
    Now now() const;
    Status open_remote();
    const Theme& theme() const;

    const Options& options_;
    const Paths& paths_;
    const Fonts& fonts_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Input> input_;
    std::atomic<Input*> waker_ = nullptr;  ///< for the signal's thread, which is older than the input
    std::unique_ptr<Signals> signals_;
    std::unique_ptr<ProgramWindow> program_;
    std::unique_ptr<SideScreens> sides_;
    std::unique_ptr<ProgramWindow> mc_;
    std::unique_ptr<ConsoleWindow> console_;
    std::unique_ptr<OnAir> on_air_;
    std::unique_ptr<Linked> linked_;
    std::unique_ptr<Door> door_;
    Door::Held accepted_;  ///< in an earlier life of the program; until it is on air
    FeedStatus feed_status_;
    Keys keys_;
    OperatorDesk desk_;
    TypingChoice typing_;
    Covering covering_ = Covering::refused;  ///< of the next operator's window
    std::string at_;                         ///< --at, until the conference's zone is known
    HallClock hall_clock_;
    std::optional<Replay> replay_;
    Instant started_ = hall_clock_.machine();
    Milliseconds shift_{0};             ///< --at: the wall clock's difference
    PageRecord drawn_;                  ///< what the hall's picture said about itself
    Milliseconds drawn_at_{0};          ///< steady time when the last picture was begun
    bool owed_ = true;                  ///< the hall's picture is to be drawn
    Milliseconds first_picture_by_{0};  ///< steady time: until then the first picture waits for the feed's first word
    bool console_owed_ = true;
    bool mc_owed_ = true;
    bool mc_closed_ = false;                  ///< by hand
    std::optional<Instant> mc_changes_;       ///< wall time when the MC's page will look different
    std::optional<AbsentDisplay> mc_lost_;    ///< its place, and why nothing can be drawn there
    Milliseconds mc_again_{0};                ///< steady time when a lost one is tried again
    bool next_owed_ = false;                  ///< a NEXT counted whose picture is not drawn yet
    std::optional<Milliseconds> next_drawn_;  ///< steady time when the last NEXT's picture stood
    Cause cause_ = Cause::start;              ///< what changed the state last
    DisplayReport display_;
    std::unique_ptr<ShowReport> report_;
    Milliseconds power_again_{0};             ///< steady time
    bool woken_ = false;                      ///< the display, once a picture stood
    std::optional<Milliseconds> hint_until_;  ///< steady time: why O opened nothing stands on the wall
    Watchdog watchdog_;
    Inhibitor inhibitor_;
    std::shared_ptr<Pulse> worker_pulse_;
    std::optional<ConnectorWatch> connectors_;  ///< where nobody else tells of displays that come and go
    bool plugged_otherwise_ = false;            ///< only a restart finds the display that is there now
    bool quit_ = false;
    std::unique_ptr<RemoteServer> remote_;  ///< its thread, too, wakes the input
    std::unique_ptr<CueCaller> caller_;     ///< and so does its
    std::unique_ptr<FeedWorker> worker_;    ///< last: its thread ends before what it wakes is gone
};

}  // namespace hall
