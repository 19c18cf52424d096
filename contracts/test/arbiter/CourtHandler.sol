// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Arbiter} from "../../src/Arbiter.sol";
import {Open} from "../../src/Open.sol";
import {Registry} from "../../src/Registry.sol";
import {Staking} from "../../src/Staking.sol";
import {IArbiter} from "../../src/interfaces/IArbiter.sol";
import {Kind, Split} from "../../src/interfaces/IRegistry.sol";
import {Target} from "../../src/libraries/Target.sol";
import {TestBase} from "../base/TestBase.sol";

/// Four validators whose stake comes and goes, two accused assets, challengers, verdicts by whoever has the weight, governance for the rest.
contract CourtHandler is TestBase {
    uint256 public constant ACTIONS = 6;
    uint256 private constant VALIDATORS = 4;
    address private constant CHALLENGER = address(0xC4A);
    address private constant ACCUSED = address(0xACC);

    Open private immutable _open;
    Registry private immutable _registry;
    Staking private immutable _staking;
    Arbiter private immutable _arbiter;
    address private immutable _governance;

    uint256[VALIDATORS] private _keys = [0xC001, 0xC002, 0xC003, 0xC004];
    uint256[VALIDATORS] private _validators;
    uint256[2] private _assets;
    uint256[] private _pending; // open cases
    uint256 public bonds; // of open cases
    uint256 public wrongful; // verdicts that went through without two thirds
    mapping(uint256 action => uint256) public happened;
    uint256 private _now = block.timestamp;

    constructor(Open open_, Registry registry, Staking staking, Arbiter arbiter) {
        (_open, _registry, _staking, _arbiter) = (open_, registry, staking, arbiter);
        _governance = arbiter.governance();
    }

    function endow() external {
        for (uint256 i; i < VALIDATORS; ++i) {
            _validators[i] = _register(vm.addr(_keys[i]), Kind.Validator);
            _staking.stake(Target.fromId(_validators[i]), 1e20);
        }
        for (uint256 i; i < 2; ++i) {
            _assets[i] = _register(ACCUSED, Kind.Model);
        }
        _open.transfer(CHALLENGER, 1e26);
        vm.prank(CHALLENGER);
        _open.approve(address(_arbiter), type(uint256).max);
    }

    /// The handler is every staker.
    function approve() external {
        _open.approve(address(_staking), type(uint256).max);
    }

    /// Each action at a later second: weights are of before.
    modifier timed() {
        vm.warp(++_now);
        _;
        _now = block.timestamp;
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](ACTIONS);
        (selectors[0], selectors[1], selectors[2]) = (this.stake.selector, this.unstake.selector, this.open.selector);
        (selectors[3], selectors[4]) = (this.rule.selector, this.ruleWithTooFew.selector);
        selectors[5] = this.ruleByGovernance.selector;
    }

    function step(uint256 seed) external {
        uint256 action = seed % ACTIONS;
        if (action == 0) stake(seed >> 8, seed >> 16);
        else if (action == 1) unstake(seed >> 8, seed >> 16);
        else if (action == 2) open(seed >> 8);
        else if (action == 3) rule(seed >> 8, seed >> 16);
        else if (action == 4) ruleWithTooFew(seed >> 8, seed >> 16);
        else ruleByGovernance(seed >> 8, seed >> 16);
    }

    function stake(uint256 which, uint256 amount) public timed {
        which %= VALIDATORS + 2;
        uint256 id = which < VALIDATORS ? _validators[which] : _assets[which - VALIDATORS];
        uint256 target = Target.fromId(id);
        uint256 shares = _staking.poolOf(target).shares;
        if (shares > 1e36) return unstake(which, amount); // slashed many times: shares must not outgrow a uint128
        _staking.stake(target, uint128(bound(amount, 1e18, 1e21)));
        ++happened[0];
    }

    function unstake(uint256 which, uint256 shares) public timed {
        uint256 target = Target.fromId(_validators[which % VALIDATORS]);
        uint128 held = _staking.positionOf(target, address(this)).shares;
        if (held == 0) _staking.stake(target, held = 1e18);
        else _staking.unstake(target, uint128(bound(shares, 1, held)));
        ++happened[1];
    }

    function open(uint256 asset) public timed {
        vm.prank(CHALLENGER);
        _pending.push(_arbiter.openAsset(_assets[asset % 2], keccak256("evidence")));
        bonds += _arbiter.bond();
        ++happened[2];
    }

    /// All who had stake sign: two thirds always.
    function rule(uint256 which, uint256 verdict) public timed {
        (uint256 caseId, uint256 i) = _draw(which);
        (IArbiter.Vote[] memory votes, IArbiter.Verdict memory v,) = _sign(caseId, verdict, VALIDATORS);
        if (votes.length == 0) return ruleByGovernance(which, verdict);
        _closing(caseId, i);
        _arbiter.rule(caseId, v, votes);
        ++happened[3];
    }

    /// The first one or two sign: it goes through exactly if they had two thirds of the stake of then.
    function ruleWithTooFew(uint256 which, uint256 verdict) public timed {
        (uint256 caseId, uint256 i) = _draw(which);
        (IArbiter.Vote[] memory votes, IArbiter.Verdict memory v, uint256 weight) =
            _sign(caseId, verdict, 1 + which % 2);
        uint48 openedAt = _arbiter.caseOf(caseId).openedAt;
        bool enough = weight != 0 && 3 * weight >= 2 * _staking.totalStakeAt(openedAt - 1);
        try _arbiter.rule(caseId, v, votes) {
            if (!enough) ++wrongful;
            _closing(caseId, i);
        } catch {
            if (enough) ++wrongful;
        }
        ++happened[4];
    }

    function ruleByGovernance(uint256 which, uint256 verdict) public timed {
        (uint256 caseId, uint256 i) = _draw(which);
        (, IArbiter.Verdict memory v,) = _sign(caseId, verdict, 0);
        uint256 opensAt = _arbiter.caseOf(caseId).openedAt + 5 days;
        if (block.timestamp < opensAt) vm.warp(opensAt);
        _closing(caseId, i);
        vm.prank(_governance);
        _arbiter.ruleByGovernance(caseId, v);
        ++happened[5];
    }

    /// An open case, opened first if there is none.
    function _draw(uint256 which) private returns (uint256 caseId, uint256 i) {
        if (_pending.length == 0) {
            open(which);
            vm.warp(block.timestamp + 1);
        }
        i = which % _pending.length;
        caseId = _pending[i];
    }

    function _closing(uint256 caseId, uint256 i) private {
        bonds -= _arbiter.caseOf(caseId).bond;
        _pending[i] = _pending[_pending.length - 1];
        _pending.pop();
    }

    function _sign(uint256 caseId, uint256 seed, uint256 most)
        private
        view
        returns (IArbiter.Vote[] memory votes, IArbiter.Verdict memory v, uint256 weight)
    {
        bool guilty = seed % 2 == 0;
        v = IArbiter.Verdict(guilty, 0, guilty ? uint16((seed >> 8) % 5_001) : 0);
        uint48 weighedAt = _arbiter.caseOf(caseId).openedAt - 1;
        votes = new IArbiter.Vote[](most);
        uint256 n;
        for (uint256 i; i < VALIDATORS && n < most; ++i) {
            uint256 stakeThen = _staking.stakeAt(Target.fromId(_validators[i]), weighedAt);
            if (stakeThen == 0) continue;
            weight += stakeThen;
            votes[n++] = IArbiter.Vote(_validators[i], _signature(i, caseId, v));
        }
        assembly ("memory-safe") {
            mstore(votes, n)
        }
    }

    function _signature(uint256 i, uint256 caseId, IArbiter.Verdict memory v) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("OpenArbiter"),
                keccak256("1"),
                block.chainid,
                address(_arbiter)
            )
        );
        bytes32 fields = keccak256(
            abi.encode(_arbiter.VERDICT_TYPEHASH(), address(0), caseId, v.guilty, v.recomputedRoot, v.slashBps)
        );
        (uint8 sv, bytes32 r, bytes32 s) = vm.sign(_keys[i], keccak256(abi.encodePacked(hex"1901", domain, fields)));
        return abi.encodePacked(r, s, sv);
    }

    function _register(address owner, Kind kind) private returns (uint256) {
        vm.prank(owner);
        return _registry.register(kind, Split(0, 0, 0, 0), 0, new uint256[](0), "");
    }
}
