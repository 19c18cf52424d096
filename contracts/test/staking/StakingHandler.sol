// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Open} from "../../src/Open.sol";
import {Staking} from "../../src/Staking.sol";
import {TestDollar} from "../../src/TestDollar.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {Target} from "../../src/libraries/Target.sol";
import {TestBase} from "../base/TestBase.sol";

/// Five people, three pools (two of validators, one of a model), rewards in two tokens, every action there is. Where the drawn person cannot act, the next who can does.
contract StakingHandler is TestBase {
    uint256 public constant PEOPLE = 5;
    uint256 public constant ACTIONS = 9;
    uint256 public constant POOLS = 3;

    Open private immutable _open;
    Staking private immutable _staking;
    TestDollar private immutable _dollar;
    address private immutable _settlement;
    address private immutable _stableSettlement;
    address private immutable _arbiter;

    address[PEOPLE] public people =
        [address(0x1001), address(0x1002), address(0x1003), address(0x1004), address(0x1005)];
    uint256[POOLS] public targets;
    mapping(IERC20 token => mapping(uint256 target => uint256)) public notified;
    mapping(IERC20 token => mapping(uint256 target => uint256)) public paid;
    mapping(uint256 action => uint256) public happened;
    uint48 private _now = uint48(block.timestamp);

    constructor(Open open, TestDollar dollar, Staking staking, uint256[POOLS] memory ids) {
        (_open, _dollar, _staking) = (open, dollar, staking);
        (_settlement, _stableSettlement) = (staking.settlement(), staking.stableSettlement());
        _arbiter = staking.arbiter();
        targets = [Target.fromId(ids[0]), Target.fromId(ids[1]), Target.fromId(ids[2])];
    }

    /// forge turns the clock back between calls; checkpoints would not have it.
    modifier timed() {
        vm.warp(_now);
        _;
    }

    function endow() external {
        for (uint256 i; i < PEOPLE; ++i) {
            _open.transfer(people[i], 1e25);
            vm.prank(people[i]);
            _open.approve(address(_staking), type(uint256).max);
        }
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](ACTIONS);
        (selectors[0], selectors[1], selectors[2]) =
        (this.stake.selector, this.unstake.selector, this.withdraw.selector);
        (selectors[3], selectors[4], selectors[5]) = (this.claim.selector, this.notify.selector, this.slash.selector);
        (selectors[6], selectors[7]) = (this.notifyStable.selector, this.delegate.selector);
        selectors[8] = this.count.selector;
    }

    function step(uint256 seed) external {
        uint256 action = seed % ACTIONS;
        (uint256 who, uint256 pool, uint256 value) = (seed >> 8, seed >> 16, seed >> 24);
        if (action == 0) stake(who, pool, value);
        else if (action == 1) unstake(who, pool, value);
        else if (action == 2) withdraw(who, pool);
        else if (action == 3) claim(who, pool);
        else if (action == 4) notify(pool, value);
        else if (action == 5) slash(pool, value);
        else if (action == 6) notifyStable(pool, value);
        else if (action == 7) delegate(who, value);
        else count(who, pool);
    }

    function stake(uint256 who, uint256 pool, uint256 amount) public timed {
        uint256 target = targets[pool % POOLS];
        IStaking.Pool memory p = _staking.poolOf(target);
        // Shares that a uint128 cannot hold are refused (StakingTest): stay below.
        uint256 most = p.shares == 0 ? 1e22 : uint256(type(uint128).max - p.shares) * p.tokens / p.shares / 2;
        if (most == 0) return;
        vm.prank(people[who % PEOPLE]);
        _staking.stake(target, uint128(bound(amount, 1, most < 1e22 ? most : 1e22)));
        ++happened[0];
    }

    function unstake(uint256 who, uint256 pool, uint256 shares) public timed {
        uint256 target = targets[pool % POOLS];
        for (uint256 i; i < PEOPLE; ++i) {
            address person = people[(who % PEOPLE + i) % PEOPLE];
            uint128 held = _staking.positionOf(target, person).shares;
            if (held == 0) continue;
            vm.prank(person);
            _staking.unstake(target, uint128(bound(shares, 1, held)));
            ++happened[1];
            return;
        }
    }

    function withdraw(uint256 who, uint256 pool) public timed {
        uint256 target = targets[pool % POOLS];
        for (uint256 i; i < PEOPLE; ++i) {
            address person = people[(who % PEOPLE + i) % PEOPLE];
            IStaking.Position memory position = _staking.positionOf(target, person);
            if (position.thawing == 0) continue;
            if (_now < position.thawedAt) _now = position.thawedAt;
            vm.warp(_now);
            vm.prank(person);
            _staking.withdraw(target);
            ++happened[2];
            return;
        }
    }

    function claim(uint256 who, uint256 pool) public timed {
        uint256[] memory one = new uint256[](1);
        one[0] = targets[pool % POOLS];
        address person = people[who % PEOPLE];
        uint256[2] memory due = [_staking.dueOf(one[0], person, _open), _staking.dueOf(one[0], person, _dollar)];
        uint256[2] memory before = [_open.balanceOf(person), _dollar.balanceOf(person)];
        vm.prank(person);
        if (who >> 128 & 1 == 0) {
            _staking.claimMany(one);
        } else {
            vm.assertEq(_staking.claim(one[0]), due[0]);
            due[1] = 0;
        }
        vm.assertEq(_open.balanceOf(person) - before[0], due[0]);
        vm.assertEq(_dollar.balanceOf(person) - before[1], due[1]);
        paid[_open][one[0]] += due[0];
        paid[_dollar][one[0]] += due[1];
        ++happened[3];
    }

    function notify(uint256 pool, uint256 amount) public timed {
        amount = bound(amount, 0, 1e22);
        _open.transfer(address(_staking), amount);
        _notify(_settlement, _open, targets[pool % POOLS], amount);
        ++happened[4];
    }

    function notifyStable(uint256 pool, uint256 amount) public timed {
        amount = bound(amount, 0, 1e10);
        _dollar.mint(address(_staking), amount);
        _notify(_stableSettlement, _dollar, targets[pool % POOLS], amount);
        ++happened[6];
    }

    function delegate(uint256 who, uint256 to) public timed {
        vm.prank(people[who % PEOPLE]);
        _staking.delegate(to % (PEOPLE + 1) == PEOPLE ? address(0) : people[to % (PEOPLE + 1)]);
        ++happened[7];
    }

    function count(uint256 who, uint256 pool) public timed {
        _staking.count(targets[pool % POOLS], people[who % PEOPLE]);
        ++happened[8];
    }

    function _notify(address settlement, IERC20 token, uint256 target, uint256 amount) private {
        vm.prank(settlement);
        _staking.notify(target, amount);
        notified[token][target] += amount;
    }

    function slash(uint256 pool, uint256 bps) public timed {
        address[3] memory judges = [_arbiter, _settlement, _stableSettlement];
        vm.prank(judges[bps % 3]);
        _staking.slash(targets[pool % POOLS], bound(bps, 0, 5_000), address(0x5A5));
        ++happened[5];
    }
}
