// WorkspacePool: working memory that threads borrow, so that it is built once and not for each
// text.
//
//   WorkspacePool<Workspace> pool([&] { return std::make_unique<Workspace>(model); });
//   const auto workspace = pool.borrow();     workspace->… until the end of the scope
//
// There are as many workspaces as threads that ever held one at the same time. What a workspace
// remembers from text to text must not change any result: which one a thread gets is not fixed.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace lede::learning {

template <typename Workspace>
class WorkspacePool {
  public:
    explicit WorkspacePool(std::function<std::unique_ptr<Workspace>()> make)
        : make_(std::move(make)) {}

    // A workspace that goes back to the pool when its scope ends.
    class Borrowed {
      public:
        Borrowed(WorkspacePool& pool, std::unique_ptr<Workspace> workspace)
            : pool_(pool), workspace_(std::move(workspace)) {}
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        ~Borrowed() { pool_.give_back(std::move(workspace_)); }
        Workspace& operator*() const { return *workspace_; }
        Workspace* operator->() const { return workspace_.get(); }

      private:
        WorkspacePool& pool_;
        std::unique_ptr<Workspace> workspace_;
    };

    // Safe from many threads. Requires: the pool outlives what it lent.
    Borrowed borrow() {
        {
            const std::scoped_lock lock(mutex_);
            if (!idle_.empty()) {
                std::unique_ptr<Workspace> workspace = std::move(idle_.back());
                idle_.pop_back();
                return Borrowed(*this, std::move(workspace));
            }
        }
        return Borrowed(*this, make_());
    }

  private:
    void give_back(std::unique_ptr<Workspace> workspace) {
        const std::scoped_lock lock(mutex_);
        idle_.push_back(std::move(workspace));
    }

    std::function<std::unique_ptr<Workspace>()> make_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Workspace>> idle_;
};

}  // namespace lede::learning
