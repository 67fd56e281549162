#pragma once
/// Windows that nobody sees.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <memory>
#include <utility>

#include "platform/session.h"

namespace hall {

/// SDL with its driver that shows nothing, as long as a test runs.
class OnDummyVideo : public ::testing::Test {
protected:
    void SetUp() override {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        auto session = Session::open();
        ASSERT_TRUE(session.ok());
        session_ = *std::move(session);
    }
    void TearDown() override {
        session_.reset();
        unsetenv("SDL_VIDEODRIVER");
    }

private:
    std::unique_ptr<Session> session_;
};

}  // namespace hall
